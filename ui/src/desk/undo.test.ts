import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Undo, UNDO_MS } from './undo.svelte';

describe('what can be taken back', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const act = { run: () => Promise.resolve() };
  const later = { run: () => Promise.resolve() };

  it('can be for a minute and not a moment longer', () => {
    const undo = new Undo();
    undo.offer(act);
    vi.advanceTimersByTime(UNDO_MS - 1);
    expect(undo.open).toBe(true);
    vi.advanceTimersByTime(1);
    expect(undo.open).toBe(false);
    expect(undo.take()).toBeUndefined();
  });

  it('is the last act alone, with a minute of its own, and once', () => {
    const undo = new Undo();
    undo.offer(act);
    vi.advanceTimersByTime(UNDO_MS - 1);
    undo.offer(later);
    vi.advanceTimersByTime(UNDO_MS - 1);
    expect(undo.take()).toBe(later);
    expect(undo.take()).toBeUndefined();
    expect(undo.open).toBe(false);
  });

  it('is gone when the next act cannot be taken back', () => {
    const undo = new Undo();
    undo.offer(act);
    undo.offer(undefined);
    expect(undo.take()).toBeUndefined();
  });
});
