import type { Metadata } from "next";
import type { ReactNode } from "react";
import "akin-browser/react/similar-images.css";
import "./globals.css";

export const metadata: Metadata = { title: "A gallery of photos", icons: "data:," };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
