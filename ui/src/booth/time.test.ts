import { describe, expect, it } from 'vitest';

import { left, length } from './time';

describe('the time of a recording', () => {
  it('that is left counts a begun second, and 0:00 means that nothing is left', () => {
    expect([180_000, 179_001, 134_000, 30_000, 900, 1, 0, -5].map(left)).toEqual(['3:00', '3:00', '2:14', '0:30', '0:01', '0:01', '0:00', '0:00']);
  });

  it('that is done counts whole seconds', () => {
    expect([0, 999, 1_000, 102_400, 180_000].map(length)).toEqual(['0:00', '0:00', '0:01', '1:42', '3:00']);
  });
});
