import style from './spinner.module.css';

/** A turning ring beside words that say what is under way. */
export const Spinner = () => <span className={style.spinner} aria-hidden="true" />;
