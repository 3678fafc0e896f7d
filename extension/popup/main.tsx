import { createRoot } from 'react-dom/client';
import '@/platform/ui/styles';
import './popup.css';
import { Popup } from './popup';

const container = document.getElementById('root');
if (!container) throw new Error('popup.html has no #root');
createRoot(container).render(<Popup />);
