import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { generateScopedName } from './vite.scoped-name.ts';

/**
 * One wide character anywhere would have the whole program kept in memory at two bytes a character. In `String.raw`, which
 * the program uses for regular expressions alone, the escape stays one and means the same there.
 */
const narrow: Plugin = {
  name: 'narrow',
  generateBundle(_, files) {
    for (const file of Object.values(files)) {
      if (file.type !== 'chunk') continue;
      file.code = file.code.replaceAll(
        /[^\0-\xff]/g,
        (wide) => `\\u${wide.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};

/**
 * The server with its pages; the packages stay outside and are loaded from node_modules. Only React goes in: outside it
 * would be its slow development build whenever nobody has set NODE_ENV.
 */
export default defineConfig({
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: ['react', 'react-dom'] },
  plugins: [react(), narrow],
  css: { modules: { generateScopedName } },
  publicDir: false,
  build: {
    ssr: 'src/main/server.ts',
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node26',
    minify: false,
    sourcemap: true,
    rolldownOptions: { output: { entryFileNames: 'server.js' } },
  },
});
