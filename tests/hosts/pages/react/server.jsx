import { renderToString } from 'react-dom/server';
import { Flow } from './flow.jsx';

export const html = renderToString(<Flow src="flow.yaml" />);
