// The client, and what extends its request builders where Kiota's tool made them.
global using SieSmart;
