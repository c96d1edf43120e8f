import { renderToString } from 'react-dom/server';
import { Flow } from './flow.jsx';

process.stdout.write(renderToString(<Flow src="flow.yaml" />));
