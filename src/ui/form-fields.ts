import { createContext, useContext, useLayoutEffect, useState, useSyncExternalStore } from 'react';

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

/** What the server said of the form's fields, by their names; another object after each sending. */
export const FaultsContext = createContext<Readonly<Record<string, string>>>({});

/**
 * What the server said of a field. It stands as long as the field holds what was refused; after that it is not told any
 * more, but its room is kept until the form is sent again. Were it to close up, the button would move away from under
 * the pointer that is pressing it.
 */
export interface Fault {
  readonly text: string;
  readonly stands: boolean;
}

/** A field's place in its form: the id by which the error summary leads to it, and what the server said of its value. */
export function useField(
  name: string,
  label: string,
  value: string | boolean | null,
): { place: { id: string; isInvalid?: true }; fault: Fault | undefined } {
  const fields = useContext(FormContext);
  useLayoutEffect(() => {
    if (fields === NONE) return undefined;
    fields.set(name, label);
    return () => fields.delete(name);
  }, [fields, name, label]);
  const faults = useContext(FaultsContext);
  const [refused, setRefused] = useState({ faults, value });
  if (refused.faults !== faults) setRefused({ faults, value });
  const text = faults[name];
  const fault = text === undefined ? undefined : { text, stands: refused.value === value };
  return {
    place: { id: `${fields.id}-${name}`, ...(fault?.stands && { isInvalid: true }) },
    fault,
  };
}

/** The form's id and the labels of its fields. */
export function useFormFields(): { id: string; labels: ReadonlyMap<string, string> } {
  const { id, subscribe, labels } = useContext(FormContext);
  return { id, labels: useSyncExternalStore(subscribe, labels, labels) };
}
