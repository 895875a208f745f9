/** The booth's window: puts the pages into it. Nothing else happens here. */
import { mount } from 'svelte';

import { program } from '#program';
import '../kit/fonts.css';
import '../kit/tokens.css';
import '../kit/ground.css';
import './booth.css';
import { Words } from '../words/words.svelte';
import Booth from './Booth.svelte';
import { BoothState } from './booth-state.svelte';
import { locked } from './kiosk';

const target = document.getElementById('booth');
if (target) {
  locked(window);
  const words = new Words();
  mount(Booth, { target, props: { words, booth: new BoothState(program, words) } });
}
