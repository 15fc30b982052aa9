import { createContext, useContext, useLayoutEffect, useSyncExternalStore } from 'react';

/** The fields of one form: their labels by their names. */
export interface FormFields {
  readonly id: string;
  set(name: string, label: string): void;
  delete(name: string): void;
  labels(): ReadonlyMap<string, string>;
  subscribe(notify: () => void): () => void;
}

/** Makes the list of a form's fields, which they enter themselves. */
export function createFormFields(id: string): FormFields {
  let labels: ReadonlyMap<string, string> = new Map();
  const listeners = new Set<() => void>();
  const change = (next: ReadonlyMap<string, string>): void => {
    labels = next;
    for (const notify of listeners) notify();
  };
  return {
    id,
    set: (name, label) => change(new Map([...labels, [name, label]])),
    delete: (name) => change(new Map([...labels].filter(([other]) => other !== name))),
    labels: () => labels,
    subscribe: (notify) => {
      listeners.add(notify);
      return () => listeners.delete(notify);
    },
  };
}

const NONE = createFormFields('');

/** The form around a field. */
export const FormContext = createContext<FormFields>(NONE);

/** The id that a field of this name has within its form, so that the error summary can name it and lead there. */
export function useFieldId(name: string, label: string): string {
  const fields = useContext(FormContext);
  useLayoutEffect(() => {
    if (fields === NONE) return undefined;
    fields.set(name, label);
    return () => fields.delete(name);
  }, [fields, name, label]);
  return `${fields.id}-${name}`;
}

/** The form's id and the labels of its fields. */
export function useFormFields(): { id: string; labels: ReadonlyMap<string, string> } {
  const { id, subscribe, labels } = useContext(FormContext);
  return { id, labels: useSyncExternalStore(subscribe, labels, labels) };
}
