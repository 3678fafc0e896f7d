export { patientRoutes } from './routes';
