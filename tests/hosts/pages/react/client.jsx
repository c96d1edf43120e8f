import { hydrateRoot } from 'react-dom/client';
import { Flow } from './flow.jsx';
import './page.css';

hydrateRoot(document.getElementById('root'), <Flow src="flow.yaml" />);
