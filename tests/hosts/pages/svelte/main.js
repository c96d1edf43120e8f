import { mount } from 'svelte';
import Flow from './Flow.svelte';
import './page.css';

mount(Flow, { target: document.getElementById('root'), props: { src: 'flow.yaml' } });
