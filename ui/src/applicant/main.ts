/** The window turned to the applicant: puts its page into it. Nothing else happens here. */
import { mount } from 'svelte';

import { program } from '#program';
import '../kit/fonts.css';
import '../kit/tokens.css';
import '../kit/ground.css';
import '../booth/booth.css';
import './applicant.css';
import { locked } from '../booth/kiosk';
import { Words } from '../words/words.svelte';
import Applicant from './Applicant.svelte';
import { ApplicantState } from './applicant-state.svelte';

const target = document.getElementById('applicant');
if (target) {
  locked(window);
  const words = new Words();
  mount(Applicant, { target, props: { words, state: new ApplicantState(program, words) } });
}
