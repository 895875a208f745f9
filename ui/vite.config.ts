import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  // Tests mount components in a document, so Svelte must give its browser half, not the server's.
  ...(mode === 'test' ? { resolve: { conditions: ['browser'] } } : {}),
  // The words lie beside the screens, not below them.
  server: { fs: { allow: ['..'] } },
  build: {
    target: 'es2022',
    // No `data:` address: the content security policy allows files of this program alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'] },
}));
