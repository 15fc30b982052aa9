/** Joins the class names that hold; `classNames(style.tag, urgent && style.urgent)`. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
