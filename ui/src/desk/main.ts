/** The desk's window: puts the screens into the page. Nothing else happens here. */
import { mount } from 'svelte';

import { program } from '#program';
import '../kit/fonts.css';
import '../kit/tokens.css';
import '../kit/ground.css';
import { Words } from '../words/words.svelte';
import Desk from './Desk.svelte';
import { DeskState } from './desk-state.svelte';

const target = document.getElementById('desk');
if (target) {
  const words = new Words();
  mount(Desk, { target, props: { words, desk: new DeskState(program, words) } });
}
