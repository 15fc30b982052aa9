import { createContext, type ReactNode, useMemo } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import style from './dialog.module.css';
import { useWords } from './words.tsx';

interface Closing {
  readonly words: string;
  readonly close: () => void;
}

/** The closing button of a dialog that is a form: it stands in the form's row of buttons. */
export const ClosingContext = createContext<Closing | null>(null);

interface DialogProps {
  title: string;
  open: boolean;
  onClose: () => void;
  /** The buttons that do what the dialog asks about; a button that closes it stands after them. */
  actions?: ReactNode;
  /** It is one form: the closing button stands in the row of its `<FormActions>`. */
  form?: boolean;
  /** The words of the closing button: "Peruuta" of a form and when there are actions, else "Sulje". */
  closing?: string;
  /** It asks whether something that cannot be taken back shall be done. */
  warns?: boolean;
  /** It says something that must not be missed: neither Esc nor a press outside closes it. */
  firm?: boolean;
  /** Hides the screen below altogether. */
  opaque?: boolean;
  wide?: boolean;
  children: ReactNode;
}

/** A question or a small form above the screen; the focus stays in it and goes back to where it was. */
export function Dialog({
  title,
  open,
  onClose,
  actions,
  form,
  closing,
  warns,
  firm,
  opaque,
  wide,
  children,
}: DialogProps) {
  const t = useWords();
  const words = closing ?? t(actions || form ? 'common:cancel' : 'common:close');
  const formClosing = useMemo(() => ({ words, close: onClose }), [words, onClose]);
  return (
    <ModalOverlay
      className={classNames(style.overlay, opaque && style.opaque)}
      isOpen={open}
      onOpenChange={(still) => !still && onClose()}
      isDismissable={!firm}
      isKeyboardDismissDisabled={firm ?? false}
    >
      <Modal className={classNames(style.modal, wide && style.wide)}>
        <AriaDialog className={style.dialog ?? ''} role={warns ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" level={2} className={style.title ?? ''}>
            {title}
          </Heading>
          <div className={style.body}>
            <ClosingContext value={form ? formClosing : null}>{children}</ClosingContext>
          </div>
          {!form && (
            <div className={style.actions}>
              {actions}
              <Button onPress={onClose}>{words}</Button>
            </div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
