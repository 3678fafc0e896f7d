import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { SessionProvider } from '@/platform/auth';
import { queryClient } from '@/platform/query';
import { cssVariablesResolver, theme } from '@/platform/ui/theme';
import { PopupScreens } from './popup-screens';

/** What opens under the button in the browser's toolbar. */
export function Popup() {
  return (
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <SessionProvider>
            <PopupScreens />
          </SessionProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
