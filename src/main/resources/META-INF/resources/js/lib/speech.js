// Reads a question aloud where the browser can; WeChat on Android often cannot.

export function canSpeak() {
  return 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window;
}

export function speak(text, onEnd) {
  stopSpeaking();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = 'zh-CN'; // questions are Chinese, whatever the language of the page
  utterance.rate = 0.9;
  utterance.onend = onEnd;
  utterance.onerror = onEnd;
  speechSynthesis.speak(utterance);
}

export function stopSpeaking() {
  if (canSpeak()) {
    speechSynthesis.cancel();
  }
}
