import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Says of a bundle that all of it was written: one that was cut off is made anew. */
const whole: Plugin = {
  name: 'whole',
  writeBundle: { order: 'post', handler: ({ dir }) => writeFileSync(`${dir}/whole`, '') },
};

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `vite build` makes the screens the windows carry; `vite build --mode host` those a browser under test shows. */
export default defineConfig(({ mode }) => ({
  plugins: [svelte(), whole],
  resolve: {
    alias: { '#program': here(mode === 'host' ? './src/backend/http.ts' : './src/backend/tauri.ts') },
    // Tests mount components in a document, so Svelte must give its browser half, not the server's.
    ...(mode === 'test' ? { conditions: ['browser'] } : {}),
  },
  // The words lie beside the screens, not below them.
  server: { fs: { allow: ['..'] } },
  build: {
    outDir: mode === 'host' ? 'dist-host' : 'dist',
    target: 'es2022',
    // No `data:` address: the content security policy allows files of this program alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['index.html', 'booth.html', 'board.html', 'applicant.html'].map(here) },
  },
  // One document for all files: half of the time would go into documents and modules made anew for each.
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'], isolate: false },
}));
