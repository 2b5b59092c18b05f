import { createRoot } from "react-dom/client";
import { App } from "./app.js";
import "./base.css";
import "./print.css";

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<App />);
