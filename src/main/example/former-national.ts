import { statements } from '#main/instrument/statements.ts';

// What the example county asked before. That the national statements once were for adults only is true; which of them
// changed is invented, so that a break between two versions can be seen.
const REPLACED = 'found-useful';

/** The statements of the version before: one of them was about another thing. */
export const formerStatements = statements.map(({ code, theme, text }) =>
  code === REPLACED
    ? {
        code: 'easy-to-deal',
        theme: 'access',
        text: {
          fi: 'Asiointi oli helppoa.',
          sv: 'Det var lätt att uträtta ärendet.',
          en: 'It was easy to get things done.',
        },
      }
    : { code, theme, text },
);

/** Whom it was for. */
export const FORMER_AGES_FROM = 18;
