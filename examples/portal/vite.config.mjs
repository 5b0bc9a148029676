import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Everything in files of its own: the page's Content-Security-Policy takes no script from the markup.
export default defineConfig({
  plugins: [
    react(),
    // Of the components' own words only those in which the page is had.
    { ...optimizeLocales.vite({ locales: ['en-US', 'de-DE'] }), enforce: 'pre' },
  ],
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, manifest: true },
});
