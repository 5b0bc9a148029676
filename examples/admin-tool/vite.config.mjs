import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Everything in files of its own: the page's Content-Security-Policy takes no script and no style from the markup.
export default defineConfig({
  plugins: [react()],
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
