import '#ui/tokens.css';
import '#ui/staff-scale.css';
import './main.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from './api.ts';
import { routes } from './routes.tsx';
import { StaffWords } from './words.tsx';

const place = document.getElementById('root');
if (!place) throw new Error('the page has no #root');

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <Suspense>
        <StaffWords>
          <RouterProvider router={createBrowserRouter(routes)} />
        </StaffWords>
      </Suspense>
    </QueryClientProvider>
  </StrictMode>,
);
