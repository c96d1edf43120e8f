import { connectEmbed } from 'hopline/embed';

const flow = await connectEmbed(document.querySelector('iframe'), { fitHeight: true });
flow.on('step', ({ step }) => (document.querySelector('figcaption').textContent = step?.say ?? ''));
document.querySelector('button').addEventListener('click', () => flow.next());
