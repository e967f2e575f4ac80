import { listAlerts } from './list-alerts.ts';
import { removeAlert } from './remove-alert.ts';
import { setAlert } from './set-alert.ts';
import { setQuiet } from './set-quiet.ts';

/** All operations about alerts. `/alerts/quiet` comes before the paths that contain an id. */
export const alertsOperations = [listAlerts, setAlert, setQuiet, removeAlert];
