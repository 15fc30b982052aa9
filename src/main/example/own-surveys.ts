import type { OwnSurvey } from './answers.ts';
import { animalOwnerComments, didNotGetInComments } from './own-comments.ts';

/** Where the county's own surveys are answered, and how. */
export const ownSurveys: readonly {
  readonly survey: 'animalOwners' | 'didNotGetIn';
  /** Whether the national survey is answered in the unit, too. */
  readonly besideNational: boolean;
  readonly unit: string;
  /** Answers in a usual month. */
  readonly volume: number;
  readonly answers: OwnSurvey;
}[] = [
  {
    survey: 'animalOwners',
    besideNational: false,
    unit: 'U066',
    volume: 38,
    answers: {
      mood: 4.5,
      offsets: [-0.1, 0.1, 0.2, -0.5, 0, 0.1],
      recommends: true,
      // On the staff's work phone during the visit, rather than by a message afterwards.
      channels: [
        ['device', 7],
        ['qr', 3],
      ],
      comments: animalOwnerComments,
    },
  },
  {
    survey: 'didNotGetIn',
    besideNational: true,
    unit: 'U008',
    volume: 24,
    answers: {
      mood: 2.7,
      offsets: [-0.4, 0.5, -0.2, -0.1, 0.2],
      recommends: false,
      channels: [['web', 1]],
      comments: didNotGetInComments,
    },
  },
];

/** The units where the national survey is not answered. */
export const withoutNational: ReadonlySet<string> = new Set(
  ownSurveys.filter(({ besideNational }) => !besideNational).map(({ unit }) => unit),
);
