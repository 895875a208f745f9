import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';

import { later, now } from '../moments.testing';
import { DEAD_MS, inside, Touch } from './touch';
import TouchButton from './TouchButton.svelte';

describe('a touch', () => {
  it('counts when it is lifted inside the target it began on', () => {
    const touch = new Touch<string>();
    touch.down('send', 1);
    expect(touch.up('send', 1, true, 1_000)).toBe(true);
  });

  it('does not count when it is lifted outside, or on another target', () => {
    const touch = new Touch<string>();
    touch.down('send', 1);
    expect(touch.up('send', 1, false, 1_000)).toBe(false);
    touch.down('send', 2);
    expect(touch.up('anew', 2, true, 2_000)).toBe(false);
    expect(touch.up('anew', 3, true, 3_000), 'it never began').toBe(false);
  });

  it('that follows another too soon is dropped, on whatever target', () => {
    const touch = new Touch<string>();
    const tap = (target: string, at: number) => {
      touch.down(target, 1);
      return touch.up(target, 1, true, at);
    };
    expect(tap('pause', 1_000)).toBe(true);
    expect(tap('send', 1_000 + DEAD_MS - 1)).toBe(false);
    expect(tap('send', 1_000 + DEAD_MS)).toBe(true);
  });

  it('of a trembling finger is one touch, however long it trembles', () => {
    const touch = new Touch<string>();
    const counted = [0, 90, 180, 270, 360].filter((at) => {
      touch.down('taken', 1);
      return touch.up('taken', 1, true, 5_000 + at);
    });
    expect(counted).toEqual([0]);
  });

  it('on the keyboard is dropped only on the same key', () => {
    const touch = new Touch<string>(false);
    const tap = (target: string, at: number) => {
      touch.down(target, 1);
      return touch.up(target, 1, true, at);
    };
    expect([tap('а', 0), tap('а', 200), tap('б', 250), tap('а', 300)]).toEqual([true, false, true, true]);
  });

  it('belongs to one finger: the second hand on the screen is nobody’s', () => {
    const touch = new Touch<string>();
    touch.down('pause', 1);
    touch.down('send', 2);
    expect(touch.up('send', 2, true, 1_000)).toBe(false);
    expect(touch.up('pause', 1, true, 1_010)).toBe(true);
  });

  it('taken away by the system, or by the page, leaves nothing behind', () => {
    const touch = new Touch<string>();
    touch.down('send', 1);
    touch.cancel(1);
    expect(touch.up('send', 1, true, 1_000)).toBe(false);
    touch.down('send', 2);
    touch.gone('send');
    touch.down('rate', 3);
    expect(touch.up('rate', 3, true, 2_000)).toBe(true);
  });

  it('lies inside an area, its edges with it', () => {
    const area = { left: 10, right: 20, top: 10, bottom: 20 };
    expect([{ x: 10, y: 20 }, { x: 9, y: 15 }, { x: 15, y: 21 }].map((place) => inside(place, area))).toEqual([true, false, false]);
  });
});

describe('a button of the booth', () => {
  let drawn: Record<string, unknown> | undefined;
  afterEach(() => {
    if (drawn) void unmount(drawn);
    drawn = undefined;
    document.body.innerHTML = '';
  });

  it('is pressed by a finger and by a switch, and twice by neither', () => {
    const pressed: string[] = [];
    drawn = mount(TouchButton, { target: document.body, props: { press: 'send', label: 'Жіберу', onpress: () => pressed.push('send') } });
    flushSync();
    const button = document.querySelector<HTMLButtonElement>('[data-press="send"]');
    const finger = (kind: string) => button?.dispatchEvent(now(new PointerEvent(kind, { pointerId: 1, bubbles: true })));
    button?.dispatchEvent(later(new PointerEvent('pointerdown', { pointerId: 1, bubbles: true })));
    expect(pressed, 'not on the way down').toEqual([]);
    finger('pointerup');
    button?.dispatchEvent(now(new MouseEvent('click', { detail: 1, bubbles: true })));
    button?.dispatchEvent(now(new MouseEvent('click', { detail: 0, bubbles: true })));
    finger('pointerdown');
    finger('pointerup');
    expect(pressed).toEqual(['send']);
  });
});
