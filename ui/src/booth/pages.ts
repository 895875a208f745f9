/** Which component shows which page. A page without a component does not compile. */
import type { Component } from 'svelte';

import type { BoothPage, BoothView } from '../backend/types';
import type { Words } from '../words/words.svelte';
import type { BoothState, PageName } from './booth-state.svelte';
import Addressee from './pages/Addressee.svelte';
import Against from './pages/Against.svelte';
import AskAnew from './pages/AskAnew.svelte';
import Bye from './pages/Bye.svelte';
import Camera from './pages/Camera.svelte';
import Code from './pages/Code.svelte';
import Count from './pages/Count.svelte';
import Filing from './pages/Filing.svelte';
import Free from './pages/Free.svelte';
import Held from './pages/Held.svelte';
import Idle from './pages/Idle.svelte';
import Kind from './pages/Kind.svelte';
import Leave from './pages/Leave.svelte';
import OutOfService from './pages/OutOfService.svelte';
import OwnData from './pages/OwnData.svelte';
import Rating from './pages/Rating.svelte';
import Recording from './pages/Recording.svelte';
import Rules from './pages/Rules.svelte';
import Stopped from './pages/Stopped.svelte';
import Welcome from './pages/Welcome.svelte';

/** What a page is given. */
export interface PageProps<Name extends PageName = PageName> {
  words: Words;
  booth: BoothState;
  page: Extract<BoothPage, { page: Name }>;
  view: BoothView;
}

type Pages = { [Name in PageName]: Component<PageProps<Name>> | Component<Record<string, never>> };

const pages: Pages = {
  free: Free,
  out_of_service: OutOfService,
  held: Held,
  idle: Idle,
  leave: Leave,
  welcome: Welcome,
  rules: Rules,
  own_data: OwnData,
  kind: Kind,
  addressee: Addressee,
  against: Against,
  camera: Camera,
  count: Count,
  recording: Recording,
  stopped: Stopped,
  ask_anew: AskAnew,
  filing: Filing,
  code: Code,
  rating: Rating,
  bye: Bye,
};

// Each component takes its own page; that the name and the component fit is held by `Pages` above.
export const PAGES = pages as unknown as Record<PageName, Component<PageProps>>;

/** Nobody sits there, or only staff go on: nothing is to be pressed. */
export const FOOTLESS: readonly PageName[] = ['free', 'out_of_service', 'held'];
