import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { generateScopedName } from './vite.scoped-name.ts';

/** The site's pages are made on the server, so nothing here uses the class names of its styles; they are kept all the same. */
const keepSiteStyles: Plugin = {
  name: 'polku:keep-site-styles',
  enforce: 'post',
  transform: {
    filter: { id: /\/src\/site\/.*\.module\.css$/ },
    handler: () => ({ moduleSideEffects: 'no-treeshake' }),
  },
};

/** What browsers get: the site's one style sheet, its three scripts, and the staff app. `main/assets.ts` reads the manifest. */
export default defineConfig({
  plugins: [react(), keepSiteStyles],
  css: { modules: { generateScopedName } },
  publicDir: false,
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    manifest: true,
    target: 'baseline-widely-available',
    // A font inside a style sheet would be sent with every change of it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: [
        'src/site/style.ts',
        'src/site/collection/answer-script.ts',
        'src/site/paths/path-script.ts',
        'src/site/paths/own-list-script.ts',
        'src/staff/main.tsx',
      ],
    },
  },
});
