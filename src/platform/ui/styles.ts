import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import './global.css';
