/** The browser of the screens: Debian's Chromium without a face, and the file into which what was measured is noted, said at the end. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Browser, chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';

import { table } from './figures';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file figures are added to, one a line. */
    figures: string;
  }
}

/**
 * One browser for one file of tests, started while the branch is founded. It is spoken to through a pipe: another process in between would tear
 * the keys of a scan apart.
 */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.QABYLDAU_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    // No sandbox: its helper needs rights that a build machine does not give. Only pages of this repository are shown.
    args: ['--no-sandbox', '--font-render-hinting=none', '--hide-scrollbars'],
  });
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'qabyldau-screens-'));
  const figures = join(folder, 'figures.jsonl');
  writeFileSync(figures, '');
  project.provide('figures', figures);
  return () => {
    process.stdout.write(table(readFileSync(figures, 'utf8')));
    rmSync(folder, { recursive: true });
  };
}
