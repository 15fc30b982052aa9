/// <reference types="vite/types/importMeta.d.ts" />
// The site's one style sheet: the base first, then the styles of every component beside it.
import './site.css';
import.meta.glob('./**/*.module.css', { eager: true });
