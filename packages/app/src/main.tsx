import { createRoot } from "react-dom/client";
import { App } from "./app.js";
import { newerSite } from "./offline/newer-site.js";
import "./base.css";
import "./print.css";

newerSite.listen();
const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<App />);
