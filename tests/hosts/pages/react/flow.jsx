import { useEffect, useRef, useState } from 'react';

export function Flow({ src }) {
  const player = useRef(null);
  const [step, setStep] = useState('');
  useEffect(() => {
    const element = player.current;
    const show = () => setStep(element.currentStep?.title);
    // React does not attach a custom element's own events where it takes over what a server has sent.
    element.addEventListener('hopline-step-change', show);
    // The element is for the browser: a server sends its tag, and what stands in it.
    import('hopline');
    return () => element.removeEventListener('hopline-step-change', show);
  }, []);
  return (
    <figure>
      <hopline-player ref={player} src={src} lang="en" controls />
      <figcaption>{step}</figcaption>
    </figure>
  );
}
