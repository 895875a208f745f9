/** How long a scan takes to its verdict on the screen: from the last key of the scanner to the sentence. */
import { beforeAll, expect, test } from 'vitest';

import { percentile } from './harness/figures';
import { atWork, ground } from './harness/ground';
import { appointed, onRoster, STAFF } from './harness/people';
import type { Screen } from './harness/screen';

const branch = ground();
let desk: Screen;

beforeAll(async () => {
  desk = await branch.open('desk');
  await atWork(desk, STAFF.akhmetova);
});

test('scan to verdict: fifty scans and more', async () => {
  const waits: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    // The first five are those something happens to; a day's ordinary receptions follow.
    for (let place = 5; place < 19; place += 1) {
      const { time } = appointed(place);
      await desk.page.evaluate((expected) => {
        const kept = window as unknown as { verdict: Promise<number> };
        kept.verdict = new Promise((seen) => {
          const look = new MutationObserver(() => {
            const sentence = document.querySelector('[data-sheet="arrival"] .verdict, [data-sheet="arrival"] [data-sentence]')?.textContent ?? '';
            if (!sentence.includes(expected)) return;
            look.disconnect();
            seen(performance.now() - (window as unknown as { keyed: number }).keyed);
          });
          look.observe(document.body, { subtree: true, childList: true, characterData: true });
        });
      }, time);
      await desk.scan(onRoster(place));
      waits.push(await desk.page.evaluate(() => (window as unknown as { verdict: Promise<number> }).verdict));
    }
  }
  expect(waits.length).toBeGreaterThanOrEqual(50);
  branch.figure(`scan to verdict on the screen, ${waits.length} scans`, `p50 ${percentile(waits, 0.5).toFixed(0)} ms, p95 ${percentile(waits, 0.95).toFixed(0)} ms`);
});
