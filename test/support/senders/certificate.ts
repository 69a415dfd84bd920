import tls from "node:tls";

/** A certificate for localhost that signs itself, and is good for tests alone: everybody knows its key. */
export const LOCALHOST = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg0x+bLuaQXQenQTCH
VduF0sl3jfElzh7Qq+66omvlbTuhRANCAASO/bLADYl1HPf6oWgwoNPEemqJdPlK
5rHOcsAFfqEs1AHNbVsivMEu9c0APQZz8RpY9MBNRvurNLCYODKhLrd+
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUajQgCPBs8m2SygpomQbknk3rXo8wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjA1MDY0M1oYDzIxMjYxMDI5
MDUwNjQzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASO/bLADYl1HPf6oWgwoNPEemqJdPlK5rHOcsAFfqEs1AHNbVsivMEu
9c0APQZz8RpY9MBNRvurNLCYODKhLrd+o28wbTAdBgNVHQ4EFgQUKyjju2VTUXOW
jzTCOnIkPLVz9VIwHwYDVR0jBBgwFoAUKyjju2VTUXOWjzTCOnIkPLVz9VIwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIgQ5MH7CHvoZ4bRwNrTF3RuXuqHksLUObZxg4BjJ1RfDUCIQCP
sZx9pWyv6OR7/mFLfaA7/UIG9V85EQa7qKv8PDt2FA==
-----END CERTIFICATE-----
`,
};

/** This process trusts it from now on. @returns ends that: the next test file is run by the same process */
export function trustLocalhost(): () => void {
  const before = tls.getCACertificates();
  tls.setDefaultCACertificates([...before, LOCALHOST.cert]);
  return () => {
    tls.setDefaultCACertificates(before);
  };
}
