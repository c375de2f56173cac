// Makes a passkey, or signs in with one: [data-passkey=create|sign-in] holds a button and a line for what went wrong.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
const text = buffer => buffer && btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
const post = async (path, body = '{}') => {
  const answer = await fetch(path, { method: 'POST', body, headers: {
    'Content-Type': 'application/json', 'X-CSRF-TOKEN': document.querySelector('input[name=_csrf]').value } });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
};
const written = key => JSON.stringify({ id: key.id, rawId: text(key.rawId), type: key.type, clientExtensionResults: key.getClientExtensionResults(),
  authenticatorAttachment: key.authenticatorAttachment || undefined,
  response: Object.fromEntries(['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']
    .filter(name => key.response[name]).map(name => [name, text(key.response[name])])
    .concat(key.response.getTransports ? [['transports', key.response.getTransports()]] : [])) });
for (const box of document.querySelectorAll('[data-passkey]')) {
  if (!window.PublicKeyCredential) continue;
  box.hidden = false;
  const wrong = box.querySelector('[role=alert]');
  const create = box.dataset.passkey === 'create';
  const path = create ? '/passkeys' : '/sign-in/passkey';
  box.querySelector('button').addEventListener('click', async event => {
    event.preventDefault();
    wrong.hidden = true;
    try {
      const options = await post(path + '/options');
      options.challenge = bytes(options.challenge);
      if (create) options.user.id = bytes(options.user.id);
      for (const known of options.excludeCredentials || []) known.id = bytes(known.id);
      const key = await navigator.credentials[create ? 'create' : 'get']({ publicKey: options });
      const query = create ? '?label=' + encodeURIComponent(box.querySelector('input[name=label]').value)
        : '?to=' + encodeURIComponent(box.dataset.to || '');
      location.assign((await post(path + query, written(key))).to);
    } catch (problem) {
      wrong.textContent = box.dataset.refused;
      wrong.hidden = false;
    }
  });
}
