import { type CSSVariablesResolver, createTheme } from '@mantine/core';
import { BLUE, DARK, GRAY, GREEN, PINE, RED, YELLOW } from './theme-colors';

const FONT = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

/** The list itself scrolls, not an area around it: assistive technology knows a list that belongs to a field. */
const SCROLLING_LIST = {
  defaultProps: { withScrollArea: false },
  styles: { options: { maxHeight: 240, overflowY: 'auto' } },
} as const;

/** The one look of the app: Inter, one accent, Mantine's own spacing and sizes. */
export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 7 },
  colors: { pine: PINE, green: GREEN, yellow: YELLOW, red: RED, blue: BLUE, gray: GRAY, dark: DARK },
  black: GRAY[9],
  fontFamily: FONT,
  defaultRadius: 'md',
  cursorType: 'pointer',
  headings: {
    fontFamily: FONT,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  // Written as plain objects: naming the components here would put all of them into the first download.
  components: {
    // What is said of a group whose name has no space in it is to be read to its end.
    Alert: { styles: { label: { overflowWrap: 'anywhere' }, message: { overflowWrap: 'anywhere' } } },
    Autocomplete: SCROLLING_LIST,
    Badge: {
      defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 500 },
      // A state cut short ("Inacti…") says nothing.
      styles: { root: { minWidth: 'max-content' } },
    },
    // A field that has words of its own for this overrides them.
    InputClearButton: { defaultProps: { 'aria-label': 'Clear' } },
    // Calendars: readable days only, and controls with names.
    DateInput: {
      defaultProps: {
        firstDayOfWeek: 0,
        weekendDays: [],
        hideOutsideDates: true,
        ariaLabels: {
          previousMonth: 'Previous month',
          nextMonth: 'Next month',
          previousYear: 'Previous year',
          nextYear: 'Next year',
          previousDecade: 'Previous decade',
          nextDecade: 'Next decade',
        },
      },
    },
    // A focusable element that is no item does not belong into a menu.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: {
      defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Close' } },
      // A group's name without a space in it must not push the close button out of a phone's screen.
      styles: { title: { fontWeight: 600, minWidth: 0, overflowWrap: 'anywhere' } },
    },
    // The page has one banner; a dialog's head is none.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    MultiSelect: SCROLLING_LIST,
    NavLink: { defaultProps: { variant: 'light' } },
    Notification: {
      defaultProps: { withBorder: true, closeButtonProps: { 'aria-label': 'Close' } },
    },
    Paper: { defaultProps: { withBorder: true } },
    Select: SCROLLING_LIST,
    Table: { defaultProps: { verticalSpacing: 'xs', horizontalSpacing: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 300 } },
  },
});

/** Lifts Mantine's quieter texts and borders to AA contrast. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': GRAY[6],
    '--mantine-color-placeholder': GRAY[6],
    '--mantine-color-error': RED[7],
    '--mantine-color-default-border': GRAY[3],
  },
  dark: {
    '--mantine-color-dimmed': DARK[2],
    '--mantine-color-placeholder': DARK[2],
    '--mantine-color-error': RED[3],
    '--mantine-color-anchor': PINE[3],
  },
});
