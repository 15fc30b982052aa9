/** A refusal in the reader's words, as the API gives it (RFC 9457). */
export interface Problem {
  readonly title: string;
  readonly status?: number;
  /** The request's id, to be quoted when asking for help. */
  readonly instance?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

/** The name of the field at a JSON pointer: `/name/fi` → `name/fi`. */
export const fieldName = (pointer: string): string => pointer.replace(/^\//, '');
