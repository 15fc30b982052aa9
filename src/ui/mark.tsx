/** Polku's mark: a path that winds to a point. Its meaning always stands beside it in words, so it is hidden from readers by ear. */
export function Mark({ size = 36 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      <path
        d="M7 32c0-5.6 4.6-7.4 11-8.6 6.6-1.2 10.5-2.9 10.5-7S24.2 10.7 16 10.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <circle cx="10" cy="7.2" r="4.6" fill="var(--color-accent)" />
    </svg>
  );
}
