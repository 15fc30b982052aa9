import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { generateScopedName } from './vite.scoped-name.ts';

/**
 * The server with its pages; the packages stay outside and are loaded from node_modules. Only React goes in: outside it
 * would be its slow development build whenever nobody has set NODE_ENV.
 */
export default defineConfig({
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: ['react', 'react-dom'] },
  plugins: [react()],
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
