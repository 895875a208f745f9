/** What no page may do at any size: scroll sideways, cut words, put a button out of reach; and what a machine can tell of its accessibility. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { CDPSession, Page } from 'playwright-core';

/** What is wrong with the page as it stands, one sentence each. */
export async function cramped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const name = (element: Element) => {
      const marks = [...element.attributes].filter((one) => one.name.startsWith('data-')).map((one) => `[${one.name}="${one.value}"]`);
      const words = (element.textContent ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 40);
      return `${element.tagName.toLowerCase()}${marks.join('')}.${element.getAttribute('class') ?? ''} «${words}»`;
    };
    const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('[aria-hidden="true"]');
    const scrolls = (element: Element, side: 'X' | 'Y') => ['auto', 'scroll'].includes(getComputedStyle(element)[`overflow${side}`]);

    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollWidth > root.clientWidth) wrong.push(`the document scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`);
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (!shown(element) || element.clientWidth === 0) continue;
      const style = getComputedStyle(element);
      const wider = element.scrollWidth - element.clientWidth;
      if (wider > 1 && scrolls(element, 'X')) wrong.push(`scrolls sideways by ${wider}: ${name(element)}`);
      // What is read aloud and not shown is cut on purpose, to one dot.
      const forTheEye = element.clientWidth > 2 && element.clientHeight > 2;
      const ownWords = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');
      const hides = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
      const ofAPerson = element.closest('bdi, [data-name]') !== null || element.querySelector('bdi') !== null;
      if (forTheEye && hides && ownWords && !ofAPerson) {
        if (wider > 1) wrong.push(`words are cut at the side by ${wider}: ${name(element)}`);
        const taller = element.scrollHeight - element.clientHeight;
        if (taller > 1 && !scrolls(element, 'Y')) wrong.push(`words are cut below by ${taller}: ${name(element)}`);
      }
    }
    const rolls = (from: Element | null, side: 'X' | 'Y'): boolean => {
      for (let at = from; at; at = at.parentElement) {
        if (scrolls(at, side) && (side === 'X' ? at.scrollWidth > at.clientWidth : at.scrollHeight > at.clientHeight)) return true;
      }
      return false;
    };
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const ownWords = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');
      if (!ownWords || !shown(element)) continue;
      // A page that hides what sticks out of it scrolls nowhere, and its words are lost all the same.
      const area = element.getBoundingClientRect();
      if (area.width <= 2 || area.height <= 2) continue;
      if (area.left < -1 || area.right > innerWidth + 1) wrong.push(`words beside the panel (${Math.round(area.left)}…${Math.round(area.right)}): ${name(element)}`);
      if ((area.top < -1 || area.bottom > innerHeight + 1) && !rolls(element.parentElement, 'Y')) wrong.push(`words out of the panel (${Math.round(area.top)}…${Math.round(area.bottom)}): ${name(element)}`);
    }
    // What has an edge holds its words.
    for (const box of document.body.querySelectorAll<HTMLElement>('*')) {
      const style = getComputedStyle(box);
      const edged = parseFloat(style.borderTopWidth) > 0 && parseFloat(style.borderBottomWidth) > 0 && parseFloat(style.borderTopLeftRadius) > 0;
      if (!edged || !shown(box) || style.overflowY !== 'visible' || box.clientHeight <= 2) continue;
      const higher = box.scrollHeight - box.clientHeight;
      if (higher > 1) wrong.push(`words stick out of their box by ${higher}: ${name(box)}`);
    }
    // Of a list that scrolls, a line at least can be read.
    for (const area of document.querySelectorAll<HTMLElement>('.rows')) {
      if (!shown(area) || area.scrollHeight <= area.clientHeight + 1) continue;
      if (!scrolls(area, 'Y')) wrong.push(`a list sticks out by ${area.scrollHeight - area.clientHeight}: ${name(area)}`);
      else if (area.clientHeight < 48) wrong.push(`a list of ${area.clientHeight} px: ${name(area)}`);
    }
    // A panel pushed together lets the one below lie over it.
    for (const panel of document.querySelectorAll<HTMLElement>('.panel')) {
      if (!shown(panel)) continue;
      const hidden = [...panel.children].filter((part) => shown(part) && part.getBoundingClientRect().bottom > panel.getBoundingClientRect().bottom + 1);
      if (hidden.length > 0 && !scrolls(panel, 'Y')) wrong.push(`a panel hides its own parts: ${name(panel)}`);
    }
    for (const button of document.querySelectorAll<HTMLElement>('button, [role="button"], a[href], input, select, textarea')) {
      if (!shown(button) || button.closest('[inert]')) continue;
      const area = button.getBoundingClientRect();
      if (area.width <= 2 || area.height <= 2) continue;
      if (button.matches('button') && button.scrollWidth - button.clientWidth > 1) wrong.push(`words stick out of ${name(button)}`);
      if (area.left < -1 || area.right > innerWidth + 1) wrong.push(`beside the panel (${Math.round(area.left)}…${Math.round(area.right)}): ${name(button)}`);
      const within = area.top >= -1 && area.bottom <= innerHeight + 1;
      if (!within && !rolls(button.parentElement, 'Y')) wrong.push(`out of the panel (${Math.round(area.top)}…${Math.round(area.bottom)}): ${name(button)}`);
    }
    return [...new Set(wrong)];
  });
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  help: string;
  nodes: { html: string; failureSummary?: string }[];
}

/** What axe-core says against the page, one line for each place. */
export async function inaccessible(cdp: CDPSession): Promise<string[]> {
  // The page's policy forbids scripts from outside, and stays in force: the browser's own console is not the page.
  await cdp.send('Runtime.evaluate', { expression: `window.axe ?? (() => { ${AXE} })()` });
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    expression: `axe.run(document, { resultTypes: ['violations'] }).then((found) => JSON.stringify(found.violations))`,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  const violations = JSON.parse(String(result.value)) as Violation[];
  return violations.flatMap((one) => one.nodes.map((node) => `${one.id} (${one.help}): ${node.html.slice(0, 160)} — ${node.failureSummary ?? ''}`));
}
