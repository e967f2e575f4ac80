/**
 * So long nobody claims a message again that this process leaves to others for want of a key. Long enough that processes without the key
 * don't claim it in a loop; short enough that one with the key soon sends it.
 */
export const otherKeyPauseSeconds = 5;
