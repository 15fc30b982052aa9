const HELP_NUMBER = /(?<!\d)(112|116 ?117)(?!\d)/;

/** Plain text in which the numbers for help can be called. */
export function PhoneText({ text }: { text: string }) {
  const parts = text.split(HELP_NUMBER);
  return parts.map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of one text never change places
      <a key={index} href={`tel:${part.replace(' ', '')}`}>
        {part}
      </a>
    ),
  );
}
