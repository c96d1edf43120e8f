import { createApp } from 'vue';
import Flow from './Flow.vue';
import './page.css';

createApp(Flow, { src: 'flow.yaml' }).mount('#root');
